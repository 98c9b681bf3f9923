namespace Fapi.SpecReview;

internal static class ExitCodes
{
    internal const int Fine = 0;
    internal const int Breaking = 1;
    internal const int WrongInput = 2;
    internal const int DocsDiffer = 3;
    internal const int CouldNotReview = 4;

    internal const string Description =
        "0 nothing breaks and the docs agree, 1 something breaks, 2 wrong input, 3 nothing breaks and the docs differ or could not be checked, 4 the change could not be reviewed, such as when a side does not build.";
}
