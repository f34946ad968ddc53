using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Tests.Accounts;

public sealed class NewPasswordTests
{
    private const string Email = "mere.tamihana@agency.example";

    [Theory]
    [InlineData("teapot umbrella gravel 9")]
    [InlineData("kororā paddle across Tasman quietly")]
    [InlineData("x9$Lq!v2 mRt7#wPz")]
    [InlineData("ヰ靴下とお茶の時間は三時からです。毎日")]
    [InlineData("My gumboots leak when it floods")]
    public void NewPassword_WhenNobodyWouldForeseeIt_WillDo(string password) =>
        Assert.Null(NewPassword.Check(password, Email));

    [Fact]
    public void NewPassword_WhenItHas128Characters_WillDoAndNotOneMore()
    {
        var longest = string.Concat(
            Enumerable.Range(0, 128).Select(number => (char)('!' + (number * 37 % 90)))
        );
        Assert.Null(NewPassword.Check(longest, Email));
        Assert.Equal(PasswordProblem.TooLong, NewPassword.Check(longest + "x", Email));
    }

    [Fact]
    public void NewPassword_WhenItHas15Characters_IsTooShort()
    {
        Assert.Equal(PasswordProblem.TooShort, NewPassword.Check("gumboot drizzle", Email));
        Assert.Null(NewPassword.Check("gumboots drizzle", Email));
    }

    [Fact]
    public void NewPassword_WhenItHoldsTheNameInTheEmail_IsRefused() =>
        Assert.Equal(
            PasswordProblem.HasName,
            NewPassword.Check("gravel Mere.Tamihana teapot", Email)
        );

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abababababababababab")]
    [InlineData("gravelteagraveltea")]
    [InlineData("gravelteagraveltea gravelteagraveltea ")]
    [InlineData("xyzxyzxyzxyzxyzxyzx")]
    public void NewPassword_WhenItRepeatsItself_IsRefused(string password) =>
        Assert.Equal(PasswordProblem.Repeats, NewPassword.Check(password, Email));

    [Theory]
    [InlineData("12345678901234567")]
    [InlineData("abcdefghijklmnopqrstuvwxyz")]
    [InlineData("zyxwvutsrqponmlkjihg")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("1qaz2wsx3edc4rfv!!qazwsxedc")]
    [InlineData("Password123456789!")]
    [InlineData("P@ssw0rdP@ssw0rd2026")]
    [InlineData("Welcome to Kāinga Ora 1")]
    [InlineData("kaingaora2026!!!!")]
    [InlineData("Social Media Aware 2026")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("May the force be with you")]
    [InlineData("ihavetoremember my password")]
    [InlineData("Summer2026Summer2025")]
    [InlineData("letmein letmein letmein pls")]
    [InlineData("NewZealandAllBlacks2027")]
    [InlineData("aaaabbbbccccddddeeee")]
    public void NewPassword_WhenEverybodyTriesItFirst_IsRefused(string password) =>
        Assert.Equal(PasswordProblem.Known, NewPassword.Check(password, Email));
}
