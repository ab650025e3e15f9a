import { useState } from 'react';
import { type Me, type MemberView, useRead } from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import { IconPlus, IconRobot } from '../../shared/icons';
import { Button, Status, Tile } from '../../shared/parts';
import { useSearchParam } from '../../shared/search-param';
import { useWords } from '../../shared/words';
import { MemberDialog } from './member-dialog';
import { Section } from './section';
import css from './settings.module.css';

function Member({ member, me, onEdit }: { member: MemberView; me: boolean; onEdit?: () => void }) {
  const { say } = useWords();
  const roles = member.roles.map((role) => say(`role-${role}`)).join(', ');
  const marks = [
    member.jobTitle,
    roles,
    member.affiliation === 'consultant' ? say('affiliation-consultant') : null,
  ];
  return (
    <li className={css.member}>
      <Tile name={member.name} me={me} />
      <div className={css.who}>
        <div className="row">
          <span className={css.name}>{member.name}</span>
          {me && <span className="caption">{say('member-me')}</span>}
          {member.kind === 'agent' && <IconRobot size={15} aria-label={say('role-agent')} role="img" />}
        </div>
        <div className="caption">{marks.filter(Boolean).join(' · ')}</div>
      </div>
      {!member.active && <Status kind="excluded">{say('member-inactive')}</Status>}
      {member.active && member.hasDevice && <Status kind="done">{say('member-signs')}</Status>}
      {onEdit && (
        <Button size="small" onClick={onEdit} aria-label={say('member-edit-named', { name: member.name })}>
          {say('member-edit')}
        </Button>
      )}
    </li>
  );
}

/** The people of the workspace; a lead adds and changes them. */
export function Members({ me }: { me: Me }) {
  const { say } = useWords();
  const read = useRead('member.list', {});
  const [open, setOpen] = useState<MemberView | 'new' | null>(null);
  const mayManage = me.permissions.includes('administer');
  // A search hit opens the member; who may not change anything sees them in the list.
  const [asked, ask] = useSearchParam('member');
  const found = mayManage ? read.data?.find((member) => member.id === asked) : undefined;
  const shown = open ?? found ?? null;
  const close = () => {
    setOpen(null);
    if (asked !== null) ask(null);
  };
  const add = mayManage && (
    <Button size="small" icon={<IconPlus size={15} aria-hidden="true" />} onClick={() => setOpen('new')}>
      {say('member-add')}
    </Button>
  );
  return (
    <Section id="members" aside={add}>
      <p className="quiet">{say(mayManage ? 'members-about' : 'members-about-reader')}</p>
      {read.error && <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />}
      {read.isPending && <Skeleton rows={3} />}
      <ul>
        {(read.data ?? []).map((member) => (
          <Member
            key={member.id}
            member={member}
            me={member.id === me.id}
            onEdit={mayManage ? () => setOpen(member) : undefined}
          />
        ))}
      </ul>
      {shown !== null && (
        <MemberDialog
          key={shown === 'new' ? 'new' : shown.id}
          member={shown === 'new' ? undefined : shown}
          onClose={close}
        />
      )}
    </Section>
  );
}
