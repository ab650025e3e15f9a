//! Discovery sweeps: one area looked through for AI nobody has told of.

use cairn_domain::state::SweepState;
use cairn_domain::time::Date;

row! {
    /// A sweep; title, owner and due date are on the record.
    "sweep" => Sweep {
        /// The area, a key of the list of sweeps.
        area: String,
        /// The department asked, where the area is looked at per department.
        department: Option<String>,
        /// Whether it is closed.
        state: SweepState,
        /// When it was closed.
        closed_on: Option<Date>,
        /// A remark.
        note: Option<String>,
    }
}
