using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Backups;

namespace SocialMediaAware.Tests.Backups;

public sealed partial class RestoreTests
{
    private void Damage(string damage)
    {
        switch (damage)
        {
            case "missing":
                break;
            case "empty":
                File.WriteAllBytes(Bad, []);
                break;
            case "picture":
                File.WriteAllBytes(Bad, [0x89, .. "PNG\r\n\x1a\n"u8, .. new byte[5000]]);
                break;
            case "truncated":
                File.WriteAllBytes(Bad, File.ReadAllBytes(Good)[..^2000]);
                break;
            case "other zip":
                using (var zip = ZipFile.Open(Bad, ZipArchiveMode.Create))
                {
                    using var stream = zip.CreateEntry("letter.txt").Open();
                    stream.Write("Tēnā koe"u8);
                }

                break;
            default:
                Rewrite(damage);
                break;
        }
    }

    private void Rewrite(string damage) =>
        GivenBackups.Rewrite(
            Good,
            Bad,
            manifest =>
            {
                var parts = manifest["parts"]!.AsArray();
                var database = parts.Single(part =>
                    part!["name"]!.GetValue<string>() == "portal.db"
                )!;
                var key = parts.Single(part =>
                    part!["name"]!.GetValue<string>() == "ledger-key.pem"
                )!;
                switch (damage)
                {
                    case "climbs":
                        key["name"] = "../climbed.pem";
                        break;
                    case "twice":
                        parts.Add(key.DeepClone());
                        break;
                    case "negative":
                        key["size"] = -1;
                        break;
                    case "other format":
                        manifest["format"] = 2;
                        break;
                    case "no database":
                        parts.Remove(database);
                        break;
                    case "other length":
                        key["size"] = 3;
                        break;
                    case "other hash":
                        key["sha256"] = new string('0', 64);
                        break;
                    case "other ledger length":
                        manifest["ledgerSize"] = 77;
                        break;
                    case "other ledger name":
                        manifest["ledgerOrigin"] = "elsewhere.example/ledger";
                        break;
                    case "huge":
                        database["size"] = long.MaxValue;
                        break;
                    case "long key":
                        key["size"] = 2_000_000_000;
                        break;
                    case "long manifest":
                        manifest["more"] = new string(' ', 2_000_000);
                        break;
                    case "bomb":
                        database["size"] = 300_000_000;
                        break;
                    case "other key":
                        var other = OtherKey();
                        key["size"] = other.Length;
                        key["sha256"] = Convert.ToHexStringLower(
                            System.Security.Cryptography.SHA256.HashData(other)
                        );
                        break;
                    default:
                        break;
                }
            },
            parts =>
            {
                if (damage == "climbs")
                {
                    parts["../climbed.pem"] = "x"u8.ToArray();
                }
                else if (damage == "part missing")
                {
                    parts.Remove("ledger-key.pem");
                }
                else if (damage == "bomb")
                {
                    parts["portal.db"] = new byte[300_000_000];
                }
                else if (damage == "other key")
                {
                    parts["ledger-key.pem"] = OtherKey();
                }
            }
        );

    private byte[] OtherKey()
    {
        var path = Path.Combine(root, "other-key.pem");
        if (!File.Exists(path))
        {
            using var key = System.Security.Cryptography.ECDsa.Create(
                System.Security.Cryptography.ECCurve.NamedCurves.nistP256
            );
            File.WriteAllText(path, key.ExportPkcs8PrivateKeyPem(), Encoding.ASCII);
        }

        return File.ReadAllBytes(path);
    }
}
