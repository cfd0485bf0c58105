using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SigHub.Domain.Meetings;

namespace SigHub.Web.Persistence;

/// <summary>A change of a text is stored as its JSON.</summary>
public sealed class WrittenChange()
    : ValueConverter<TextChange, string>(change => change.ToString(), text => TextChange.Parse(text));
