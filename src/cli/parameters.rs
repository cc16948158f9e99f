//! What the commands with many arguments take.

use std::path::PathBuf;

use clap::Args;

/// What an import takes.
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// The files.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The campaign that brought the cards; made if there is none of that name.
    #[arg(long)]
    pub campaign: Option<String>,
    /// The source of the leads.
    #[arg(long)]
    pub source: Option<String>,
    /// Who supplied the list.
    #[arg(long)]
    pub supplier: Option<String>,
    /// The pool the leads go to.
    #[arg(long, conflicts_with = "owner")]
    pub pool: Option<String>,
    /// The owner of the leads.
    #[arg(long)]
    pub owner: Option<String>,
    /// Gives each new lead to whom the assignment rules say, or to whom one of them says; --dry-run shows who
    /// would get how many.
    #[arg(
        long,
        value_name = "RULE",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "",
        conflicts_with_all = ["owner", "pool"]
    )]
    pub assign: Option<String>,
    /// A JSON file that says which column is which field, or the name of a mapping that was saved.
    #[arg(long)]
    pub map: Option<String>,
    /// Saves the mapping under a name, for files to come.
    #[arg(long, value_name = "NAME")]
    pub save_map: Option<String>,
    /// Who handed the file over.
    #[arg(long, value_name = "WHO")]
    pub handed_over_by: Option<String>,
    /// The encoding, if the guess is wrong.
    #[arg(long)]
    pub encoding: Option<String>,
    /// What separates cells, if the guess is wrong.
    #[arg(long)]
    pub delimiter: Option<String>,
    /// A sheet of a workbook, hidden or not; may be given several times. Else those that look like cards.
    #[arg(long, value_name = "SHEET")]
    pub sheet: Vec<String>,
    /// The row of the labels, counted from 1; 0 if there are none.
    #[arg(long)]
    pub header_row: Option<u32>,
    /// What happens to someone who is known already.
    #[arg(long, default_value = "fill", value_parser = ["fill", "overwrite", "keep", "skip", "new"])]
    pub on_match: String,
    /// Says what would come of it, and changes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Writes the rows that were left out into a csv file, with the reason first.
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
}

/// What a list takes.
#[derive(Args, Debug)]
pub struct ListArgs {
    /// The kind of record.
    pub kind: String,
    /// Which records.
    #[arg(long, allow_hyphen_values = true)]
    pub filter: Option<String>,
    /// The fields, by name.
    #[arg(long, value_delimiter = ',')]
    pub columns: Vec<String>,
    /// The field to sort by; -name for descending.
    #[arg(long, allow_hyphen_values = true)]
    pub sort: Option<String>,
    /// How many at the most.
    #[arg(long)]
    pub limit: Option<usize>,
}

/// What an export takes.
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// The kind of record.
    pub kind: String,
    /// The file.
    pub file: PathBuf,
    /// Which records.
    #[arg(long, allow_hyphen_values = true)]
    pub filter: Option<String>,
    /// The fields, by name.
    #[arg(long, value_delimiter = ',')]
    pub columns: Vec<String>,
}

/// What an activity takes.
#[derive(Args, Debug)]
pub struct LogArgs {
    /// The kind of record.
    pub kind: String,
    /// Its id, the beginning of it, or its name.
    pub id: String,
    /// call, email, visit, meeting, chat, note, task, or a signal such as asked_quotation.
    pub activity: String,
    /// What came of it.
    #[arg(long)]
    pub outcome: Option<String>,
    /// What was said.
    #[arg(long)]
    pub text: Option<String>,
}

/// What a qualification takes.
#[derive(Args, Debug)]
pub struct QualifyArgs {
    /// The lead.
    pub id: String,
    /// Who are they?
    #[arg(long)]
    pub background: Option<u8>,
    /// Can we serve it?
    #[arg(long)]
    pub requirement: Option<u8>,
    /// Budget, future value.
    #[arg(long)]
    pub potential: Option<u8>,
    /// Can we win?
    #[arg(long)]
    pub possibility: Option<u8>,
    /// The evidence.
    #[arg(long)]
    pub note: Option<String>,
}

/// What a conversion takes.
#[derive(Args, Debug)]
pub struct ConvertArgs {
    /// The leads, of one company.
    #[arg(required = true)]
    pub leads: Vec<String>,
    /// new, or an account.
    #[arg(long)]
    pub account: Option<String>,
    /// new, or a contact.
    #[arg(long)]
    pub contact: Option<String>,
    /// new, skip, or an opportunity.
    #[arg(long)]
    pub opportunity: Option<String>,
    /// Overrides the gate where the role may.
    #[arg(long)]
    pub reason: Option<String>,
    /// Shows the candidates, and changes nothing.
    #[arg(long)]
    pub preview: bool,
}
