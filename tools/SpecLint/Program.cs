return Fapi.Contract.Linting.SpecLint.Run(args, Console.Out);
