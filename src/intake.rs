//! Files and pasted text become records, records a plan, a plan one edit.
