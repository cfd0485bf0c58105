global using static SigHub.Domain.Tests.Cast;
