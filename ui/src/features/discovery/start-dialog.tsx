import { Checkbox, NativeSelect, TagsInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { type DiscoveryView, useAct, useRead } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { fieldError, useMissing } from '../../shared/form';
import { Button, Dialog } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './discovery.module.css';

/** Chooses the areas to look through, by whom and until when. */
export function StartDialog({
  view,
  only,
  onClose,
}: {
  view: DiscoveryView;
  /** The one area to begin with; without it every area that has no sweep. */
  only?: string;
  onClose: () => void;
}) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const start = useAct('discovery.start');
  const members = useRead('member.list', {});
  const fresh = view.areas.filter((area) => !area.started && area.setAside === null).map((area) => area.key);
  const [areas, setAreas] = useState<readonly string[]>(only === undefined ? fresh : [only]);
  const [departments, setDepartments] = useState<string[]>(view.departments.slice(0, 12));
  const [owner, setOwner] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(null);
  const errorOf = (path: string) => start.error?.wire.fields.find((field) => field.path === path)?.message;
  const each = view.areas.filter((area) => area.perDepartment && areas.includes(area.key));
  const need = useMissing({
    areas: areas.length > 0,
    departments: each.length < areas.length || departments.length > 0,
  });
  return (
    <Dialog title={say('discovery-start')} onClose={onClose} size={620}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!need.complete(event.currentTarget)) return;
          start.mutate(
            { areas: [...areas], departments: each.length > 0 ? departments : [], owner, due },
            {
              onSuccess: (made) => {
                toast({ text: say('discovery-started', { count: made.length }), undo });
                onClose();
              },
            },
          );
        }}
      >
        <Checkbox.Group
          label={say('discovery-areas')}
          withAsterisk
          value={[...areas]}
          onChange={setAreas}
          error={need.errorOf('areas')}
        >
          <div className={css.areas}>
            {view.areas.map((area) => (
              <Checkbox key={area.key} value={area.key} label={area.title} description={area.about} />
            ))}
          </div>
        </Checkbox.Group>
        {each.length > 0 && (
          <TagsInput
            label={say('discovery-departments')}
            withAsterisk={each.length === areas.length}
            description={say('discovery-departments-about')}
            data={view.departments}
            value={departments}
            onChange={setDepartments}
            error={need.errorOf('departments', errorOf('departments'))}
          />
        )}
        <div className={css.pair}>
          <NativeSelect
            label={say('discovery-owner')}
            value={owner ?? ''}
            onChange={(event) => setOwner(event.currentTarget.value || null)}
            data={[
              { value: '', label: say('not-set') },
              ...(members.data ?? []).map((member) => ({ value: member.id, label: member.name })),
            ]}
          />
          <DateInput
            label={say('discovery-due')}
            placeholder={say('not-set')}
            clearable
            clearButtonProps={{ 'aria-label': say('field-clear') }}
            value={due}
            error={fieldError(errorOf('due'))}
            onChange={setDue}
          />
        </div>
        {start.error && <ErrorPanel error={start.error} />}
        <div className={css.end}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={start.isPending}>
            {say('discovery-start')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
