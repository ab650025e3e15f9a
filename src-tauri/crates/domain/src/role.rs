//! Members' roles and what they may do.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::words;

words! {
    /// A role; a member holds a set of them.
    Role = "role" {
        /// Runs the management system; may do everything except approve what needs a named approver.
        Lead = "lead",
        /// Works on records, assessments and evidence.
        Contributor = "contributor",
        /// Approves documents, residual risk, the SoA and gates for the organisation.
        Approver = "approver",
        /// Writes audits and findings only.
        InternalAuditor = "internal-auditor",
        /// Reads, for example an external auditor.
        Reader = "reader",
        /// A program that acts for a person.
        Agent = "agent",
    }
}

words! {
    /// Whether a member is a person or a program.
    MemberKind = "member-kind" {
        /// A person.
        Person = "person",
        /// A program that proposes and never approves.
        Agent = "agent",
    }
}

words! {
    /// Who employs a member; a consultant prepares and recommends, never approves for management.
    Affiliation = "affiliation" {
        /// Own staff.
        Staff = "staff",
        /// From outside, working for the organisation.
        Consultant = "consultant",
    }
}

words! {
    /// What a use case needs.
    Permission = "permission" {
        /// Look at everything.
        Read = "read",
        /// Change records, assessments, evidence.
        Write = "write",
        /// Approve or reject for the organisation.
        Approve = "approve",
        /// Manage members, devices, keys and settings of the workspace.
        Administer = "administer",
    }
}

/// Who wants to do something: the facts a permission depends on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The roles held.
    pub roles: BTreeSet<Role>,
    /// Person or agent.
    pub kind: MemberKind,
    /// Own staff or consultant.
    pub affiliation: Affiliation,
    /// A member who left stays in the history and may do nothing.
    pub active: bool,
}

impl Standing {
    /// Whether this member may do what needs `permission`.
    ///
    /// A consultant and an agent never approve, whatever their roles say; an internal auditor or reader without
    /// further roles only reads.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        let holds = |roles: &[Role]| roles.iter().any(|role| self.roles.contains(role));
        self.active
            && match permission {
                Permission::Read => !self.roles.is_empty(),
                Permission::Write => holds(&[Role::Lead, Role::Contributor, Role::Approver, Role::Agent]),
                Permission::Approve => {
                    self.kind == MemberKind::Person
                        && self.affiliation == Affiliation::Staff
                        && holds(&[Role::Approver])
                }
                Permission::Administer => self.kind == MemberKind::Person && holds(&[Role::Lead]),
            }
    }

    /// Whether this member may sign what a draft proposes, such as a legal classification: a person at work. An agent
    /// proposes, an auditor or reader looks on. Staff decides, so that a workspace of one person works without a named
    /// approver; what a consultant signs is a recommendation, see [`Self::recommends`].
    #[must_use]
    pub fn may_sign(&self) -> bool {
        let at_work = [Role::Lead, Role::Contributor, Role::Approver];
        self.active && self.kind == MemberKind::Person && at_work.iter().any(|role| self.roles.contains(role))
    }

    /// Whether what this member signs is a recommendation to management and no decision of the organisation.
    #[must_use]
    pub fn recommends(&self) -> bool {
        self.affiliation == Affiliation::Consultant
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(roles: &[Role]) -> Standing {
        Standing {
            roles: roles.iter().copied().collect(),
            kind: MemberKind::Person,
            affiliation: Affiliation::Staff,
            active: true,
        }
    }

    #[test]
    fn a_consultant_or_agent_never_approves() {
        let approver = standing(&[Role::Lead, Role::Approver]);
        assert!(approver.may(Permission::Approve));
        assert!(
            !Standing { affiliation: Affiliation::Consultant, ..approver.clone() }.may(Permission::Approve)
        );
        assert!(!Standing { kind: MemberKind::Agent, ..approver }.may(Permission::Approve));
    }

    #[test]
    fn people_at_work_sign_and_a_consultant_only_recommends() {
        let lead = standing(&[Role::Lead]);
        assert!(lead.may_sign() && standing(&[Role::Contributor]).may_sign());
        let consultant = Standing { affiliation: Affiliation::Consultant, ..lead.clone() };
        assert!(consultant.may_sign() && consultant.recommends() && !lead.recommends());
        assert!(!Standing { kind: MemberKind::Agent, ..lead.clone() }.may_sign());
        assert!(!Standing { active: false, ..lead }.may_sign());
        assert!(!standing(&[Role::InternalAuditor, Role::Reader]).may_sign());
        assert!(!standing(&[Role::Agent]).may_sign());
    }

    #[test]
    fn readers_and_auditors_do_not_write() {
        for role in [Role::Reader, Role::InternalAuditor] {
            let member = standing(&[role]);
            assert!(member.may(Permission::Read));
            assert!(!member.may(Permission::Write));
            assert!(!member.may(Permission::Administer));
        }
    }

    #[test]
    fn who_left_may_do_nothing() {
        let gone = Standing { active: false, ..standing(&[Role::Lead]) };
        assert!(Permission::ALL.iter().all(|permission| !gone.may(*permission)));
    }
}
