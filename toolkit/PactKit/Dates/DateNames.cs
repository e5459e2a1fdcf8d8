using System.Collections.Frozen;

namespace PactKit.Dates;

/// <summary>The English names dates are written with.</summary>
internal static class DateNames
{
    public static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static readonly string[] ShortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>From Monday.</summary>
    public static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static readonly string[] ShortDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static readonly string[] ShortQuarters = ["Q1", "Q2", "Q3", "Q4"];

    public static readonly string[] Quarters = ["1st quarter", "2nd quarter", "3rd quarter", "4th quarter"];

    public static readonly string[] Eras = ["BC", "AD"];

    public static readonly string[] Halves = ["AM", "PM"];

    public static readonly FrozenSet<string> Zones = FrozenSet.ToFrozenSet(
    [
        "UTC", "GMT", "UCT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "AKST", "AKDT", "HST", "HDT", "AST", "ADT", "NST", "NDT", "BRT", "ART",
        "CLT", "COT", "PET", "WET", "WEST", "CET", "CEST", "EET", "EEST", "BST", "IST", "MSK", "TRT", "SAST", "EAT", "CAT", "WAT", "GST", "PKT", "NPT",
        "ICT", "WIB", "WITA", "WIT", "HKT", "SGT", "PHT", "JST", "KST", "AWST", "ACST", "ACDT", "AEST", "AEDT", "NZST", "NZDT", "ChST", "SST", "MET", "MEST",
    ]);
}
