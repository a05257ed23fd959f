namespace VpsPanel.AutomationSimulator.Pages;

internal static class Layout
{
    internal static string Page(string title, string body) => $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="refresh" content="5">
        <title>{{title}}</title>
        <style>
          body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: #eef1f6; color: #1c2433; }
          main { max-width: 42rem; margin: 3rem auto; padding: 2rem; background: #fff; border-radius: 12px;
            box-shadow: 0 2px 16px #1c243318; }
          h1 { margin: 0 0 1rem; font-size: 1.4rem; overflow-wrap: anywhere; }
          .state { padding: .15rem .7rem; border-radius: 1rem; background: #dfe7f5; font-size: .85rem; vertical-align: middle; }
          .Running { background: #d4f2dd; } .Locked, .CreateFailed, .ReinstallFailed { background: #fbdcdc; }
          dl { display: grid; grid-template-columns: 9rem 1fr; gap: .4rem; margin: 0; }
          dt { color: #5b6475; } dd { margin: 0; overflow-wrap: anywhere; }
          pre { padding: 1rem; border-radius: 8px; background: #10141c; color: #b8e6c0; min-height: 12rem; white-space: pre-wrap; }
          footer { text-align: center; color: #5b6475; font-size: .8rem; }
        </style>
        </head>
        <body><main>{{body}}</main><footer>Automation simulator - no real machine is behind this page</footer></body>
        </html>
        """;
}
