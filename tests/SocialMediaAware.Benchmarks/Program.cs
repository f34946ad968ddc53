using SocialMediaAware.Benchmarks;
using SocialMediaAware.Benchmarks.Load;

return args is [BareEndpoint.Command, var file, var port]
    ? await BareEndpoint.ServeAsync(file, port)
    : await BenchmarkCommand.RunAsync(args);
