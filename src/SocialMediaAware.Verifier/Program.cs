using SocialMediaAware.Verifier;

return await VerifierCommand.RunAsync(args, Console.Out, Console.Error);
