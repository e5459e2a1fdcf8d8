namespace PactKit.Dates;

internal enum DateUnit
{
    Millisecond,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Year,
}
