using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Mail;
using SocialMediaAware.Web.Mail.Smtp;

namespace SocialMediaAware.Tests.Mail;

public sealed class MailSettingsTests
{
    [Theory]
    [InlineData("From=nobody", "Portal:Mail:From is no mail address.")]
    [InlineData("From=tāne@agency.example", "Portal:Mail:From is no mail address.")]
    [InlineData("EverythingTo=nobody", "Portal:Mail:EverythingTo is no mail address.")]
    [InlineData("MailsPerMinute=-1", "Portal:Mail:MailsPerMinute is below zero.")]
    [InlineData("Port=587", "Portal:Mail:Server is missing,")]
    [InlineData("User=a", "Portal:Mail:Server is missing,")]
    [InlineData("Server=smtp://mail.example", "Portal:Mail:Server is no host name.")]
    [InlineData("Server=mail.example:25", "Portal:Mail:Server is no host name.")]
    [InlineData("Server=mail.example;Port=0", "Portal:Mail:Port is no port.")]
    [InlineData("Server=mail.example;Port=70000", "Portal:Mail:Port is no port.")]
    [InlineData(
        "Server=mail.example;Port=smtp",
        "Portal:Mail:Port is not of the kind that is needed."
    )]
    [InlineData(
        "Server=mail.example;CheckRevocation=maybe",
        "Portal:Mail:CheckRevocation is not of the kind"
    )]
    [InlineData(
        "Server=mail.example;Security=Ssl",
        "Portal:Mail:Security is none that the portal knows."
    )]
    [InlineData(
        "Server=mail.example;Security=2",
        "Portal:Mail:Security is none that the portal knows."
    )]
    [InlineData("Server=mail.example;Hello=a b", "Portal:Mail:Hello is no host name.")]
    [InlineData(
        "Server=mail.example;MailsPerConnection=0",
        "Portal:Mail:MailsPerConnection is below one."
    )]
    [InlineData(
        "Server=mail.example;TimeoutSeconds=0",
        "Portal:Mail:TimeoutSeconds is no time to wait."
    )]
    [InlineData(
        "Server=mail.example;TimeoutSeconds=NaN",
        "Portal:Mail:TimeoutSeconds is no time to wait."
    )]
    [InlineData(
        "Server=mail.example;IdleSeconds=99999",
        "Portal:Mail:IdleSeconds is no time to wait."
    )]
    [InlineData("Server=mail.example;User=a", "Portal:Mail:User has no password.")]
    [InlineData("Server=mail.example;Password=hunter2", "Portal:Mail:User is missing,")]
    [InlineData(
        "Server=mail.example;User=a;Password=hunter2;TokenFile=b",
        "Portal:Mail:Password stands beside"
    )]
    [InlineData(
        "Server=mail.example;User=a;Password=hunter2;Security=None",
        "Portal:Mail:Security is None, which may send the password in the clear."
    )]
    [InlineData(
        "Server=mail.example;User=a;Password=hunter2;Security=StartTlsIfOffered",
        "Portal:Mail:Security is StartTlsIfOffered,"
    )]
    [InlineData(
        "Server=mail.example;User=a;PasswordFile=/nowhere/hunter2",
        "Portal:Mail:PasswordFile names a file that is not there,"
    )]
    [InlineData(
        "Server=mail.example;User=a\u0001;Password=hunter2",
        "Portal:Mail:User holds a control character."
    )]
    [InlineData(
        "Server=mail.example;User=a;Password=hunter2\n",
        "Portal:Mail:Password holds a control character."
    )]
    [InlineData(
        "Server=mail.example;CertificateAuthorityFile=/nowhere",
        "Portal:Mail:CertificateAuthorityFile names a file that cannot be read"
    )]
    public void Portal_WhenAMailSettingCannotBeRight_DoesNotStartAndSaysWhy(
        string settings,
        string says
    )
    {
        var problem = Assert.Throws<PortalStartException>(() =>
            new ServiceCollection().AddMail(Configuration(settings))
        );

        Assert.StartsWith($"The setting {says}", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", typeof(FolderMailDelivery))]
    [InlineData("Server=mail.example", typeof(SmtpMailDelivery))]
    public void Mail_WithAndWithoutAServer_GoesThereOrToAFolder(string settings, Type delivery)
    {
        var services = new ServiceCollection().AddMail(Configuration(settings));
        var smtp = services
            .Select(service => service.ImplementationInstance)
            .OfType<SmtpSettings>()
            .Single();

        Assert.Equal(delivery == typeof(SmtpMailDelivery), smtp.IsSet);
    }

    [Theory]
    [InlineData("Server=mail.example", SmtpSecurity.StartTls, 587)]
    [InlineData("Server=mail.example;Security=implicittls", SmtpSecurity.ImplicitTls, 465)]
    [InlineData("Server=mail.example;Security=None", SmtpSecurity.None, 25)]
    [InlineData(
        "Server=10.0.0.1;Security=StartTlsIfOffered;Port=2525",
        SmtpSecurity.StartTlsIfOffered,
        2525
    )]
    public void Settings_WithoutAPort_UseTheUsualOne(
        string settings,
        SmtpSecurity security,
        int port
    )
    {
        var read = SmtpSettingsCheck.Read(Configuration(settings));

        Assert.Equal((security, port), (read.Protection, read.PortInUse));
    }

    private static IConfiguration Configuration(string settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings
                    .Split(';', StringSplitOptions.RemoveEmptyEntries)
                    .Select(setting => setting.Split('=', 2))
                    .Select(pair =>
                        KeyValuePair.Create($"{MailSettings.Section}:{pair[0]}", (string?)pair[1])
                    )
            )
            .Build();
}
