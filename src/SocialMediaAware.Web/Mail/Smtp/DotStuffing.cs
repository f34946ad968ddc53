namespace SocialMediaAware.Web.Mail.Smtp;

/// <summary>
/// The text of a mail as it goes over the wire (RFC 5321 section 4.5.2): a dot at the beginning of a line is doubled, and every line
/// ends with CR LF, so that nothing in a mail can end it, also not for a server that reads line ends in another way.
/// </summary>
public static class DotStuffing
{
    /// <summary>The text, ready for the dot at its end.</summary>
    public static byte[] Of(byte[] bytes)
    {
        using var stuffed = new MemoryStream(bytes.Length + 64);
        var isLineStart = true;
        for (var place = 0; place < bytes.Length; place++)
        {
            var letter = bytes[place];
            if (isLineStart && letter == (byte)'.')
            {
                stuffed.WriteByte((byte)'.');
            }

            // A line ends with CR LF and nothing else: a bare one could end the mail in somebody else's eyes (SMTP smuggling).
            if (letter == (byte)'\n' && (place == 0 || bytes[place - 1] != (byte)'\r'))
            {
                stuffed.WriteByte((byte)'\r');
            }

            stuffed.WriteByte(letter);
            isLineStart = letter == (byte)'\n';
            if (letter == (byte)'\r' && (place + 1 == bytes.Length || bytes[place + 1] != '\n'))
            {
                stuffed.WriteByte((byte)'\n');
                isLineStart = true;
            }
        }

        if (!isLineStart)
        {
            stuffed.Write("\r\n"u8);
        }

        return stuffed.ToArray();
    }
}
