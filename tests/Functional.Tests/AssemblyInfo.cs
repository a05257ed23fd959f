[assembly: VpsPanel.Testing.UnexpectedErrorsFail]
