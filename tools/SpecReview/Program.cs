using Fapi.SpecReview;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return await ReviewApp.RunAsync(args, Console.Out, Console.Error);
