import { Checkbox, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { type Affiliation, type MemberView, type Role, useAct } from '../../api';
import { ErrorPanel } from '../../shared/feedback';
import { fieldError } from '../../shared/form';
import { Button, Dialog, Segmented } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './settings.module.css';

/** Roles of people; the role of an agent comes with the agent. */
const ROLES: readonly Role[] = ['lead', 'contributor', 'approver', 'internal-auditor', 'reader'];
const AFFILIATIONS: readonly Affiliation[] = ['staff', 'consultant'];

/** A member somebody edits; without `member` a new one. The core says what it refuses and why. */
export function MemberDialog({ member, onClose }: { member?: MemberView; onClose: () => void }) {
  const { say } = useWords();
  const create = useAct('member.create');
  const update = useAct('member.update');
  const [draft, setDraft] = useState({
    name: member?.name ?? '',
    jobTitle: member?.jobTitle ?? null,
    roles: member?.roles ?? [],
    affiliation: member?.affiliation ?? ('staff' as Affiliation),
    active: member?.active ?? true,
  });
  const change = (patch: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...patch }));
  const pick = (role: Role, on: boolean) =>
    change({ roles: on ? [...draft.roles, role] : draft.roles.filter((held) => held !== role) });
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    const { active, ...person } = draft;
    if (member) update.mutate({ id: member.id, active, ...person }, { onSuccess: onClose });
    else create.mutate(person, { onSuccess: onClose });
  };
  const error = create.error ?? update.error;
  const errorOf = (path: string) => error?.wire.fields.find((field) => field.path === path)?.message;
  return (
    <Dialog title={say(member ? 'member-change' : 'member-add')} onClose={onClose}>
      <form className="stack" onSubmit={save}>
        <TextInput
          data-autofocus
          label={say('member-name')}
          description={say('member-name-help')}
          value={draft.name}
          error={fieldError(errorOf('name'))}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={say('member-job')}
          value={draft.jobTitle ?? ''}
          onChange={(event) => change({ jobTitle: event.currentTarget.value || null })}
        />
        <div className={css.group}>
          <span className={css.label}>{say('member-affiliation')}</span>
          <Segmented
            label={say('member-affiliation')}
            options={AFFILIATIONS.map((value) => ({ value, label: say(`affiliation-${value}`) }))}
            value={draft.affiliation}
            onChange={(affiliation) => change({ affiliation })}
          />
          <span className="caption">{say('member-affiliation-help')}</span>
        </div>
        <Checkbox.Group
          label={say('member-roles')}
          error={fieldError(errorOf('roles'))}
          value={draft.roles}
          onChange={() => undefined}
        >
          <div className={css.roles}>
            {ROLES.map((role) => (
              <Checkbox
                key={role}
                value={role}
                label={say(`role-${role}`)}
                description={say(`member-role-${role}-help`)}
                onChange={(event) => pick(role, event.currentTarget.checked)}
              />
            ))}
          </div>
        </Checkbox.Group>
        {member && (
          <Checkbox
            label={say('member-active')}
            description={say('member-active-help')}
            checked={draft.active}
            onChange={(event) => change({ active: event.currentTarget.checked })}
          />
        )}
        {error && error.wire.fields.length === 0 && <ErrorPanel error={error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={create.isPending || update.isPending}>
            {say(member ? 'save' : 'member-add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
