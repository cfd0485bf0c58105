using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("SigHub.Domain.Tests")]
