# The register of obligations in the window.

obligation-title = Obligations
obligation-title-of = Obligations of { $name }
obligation-law = Law
obligation-figures = { $law }: { $all } in all, { $met } met, { $due } apply now and are not met
obligation-found = { $count ->
    [one] 1 shown
   *[other] { $count } shown
}
obligation-find = Find an obligation
obligation-all-systems = All systems
obligation-none = No signed classification gives a duty yet. Classify a system and sign the decision.
obligation-none-classify = Classify systems
obligation-none-found = No duty fits these filters.
obligation-follow = Follow its obligations
obligation-article = Provision
obligation-duty = What to do
obligation-system = AI system
obligation-provision = { $law } { $article }
obligation-since = since { $date }
obligation-from = from { $date }
obligation-status = Status
obligation-owner = Owner
obligation-due = Due
obligation-evidence = Evidence
obligation-line = { $code } { $name }, obligation
obligation-applies = Applies since { $date }
obligation-applies-from = Applies from { $date }
obligation-reason = Why it is not ours
obligation-remark = Remark
obligation-shows = What shows that it is met
obligation-helps = Helped by
obligation-helps-about = Work on these lines of ISO/IEC 42001 can be reused here. It proves nothing for this article.
obligation-begin = Attach evidence or add an action
