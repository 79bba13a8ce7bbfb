using Coordination.Host.Resources;
using Microsoft.AspNetCore.Components;

namespace Coordination.Host.Pages;

/// <summary>What every part of a page has: the texts in the reader's language.</summary>
public abstract class TextComponent : ComponentBase
{
    [Inject]
    public required Texts T { get; set; }
}
