import { Checkbox, NativeSelect, TagsInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { type DiscoveryView, useAct, useRead } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { fieldError } from '../../shared/form';
import { Button, Dialog } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './discovery.module.css';

/** Chooses the areas to look through, by whom and until when. */
export function StartDialog({ view, onClose }: { view: DiscoveryView; onClose: () => void }) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const start = useAct('discovery.start');
  const members = useRead('member.list', {});
  const fresh = view.areas.filter((area) => !area.started && area.setAside === null).map((area) => area.key);
  const [areas, setAreas] = useState<readonly string[]>(fresh);
  const [departments, setDepartments] = useState<string[]>(view.departments.slice(0, 12));
  const [owner, setOwner] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(null);
  const errorOf = (path: string) => start.error?.wire.fields.find((field) => field.path === path)?.message;
  const each = view.areas.filter((area) => area.perDepartment && areas.includes(area.key));
  return (
    <Dialog title={say('discovery-start')} onClose={onClose} size={620}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
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
        <fieldset className={css.areas}>
          <legend className="caption">{say('discovery-areas')}</legend>
          {view.areas.map((area) => (
            <Checkbox
              key={area.key}
              checked={areas.includes(area.key)}
              onChange={(event) =>
                setAreas(
                  event.currentTarget.checked
                    ? [...areas, area.key]
                    : areas.filter((key) => key !== area.key),
                )
              }
              label={area.title}
              description={area.about}
            />
          ))}
        </fieldset>
        {each.length > 0 && (
          <TagsInput
            label={say('discovery-departments')}
            description={say('discovery-departments-about')}
            data={view.departments}
            value={departments}
            onChange={setDepartments}
            error={fieldError(errorOf('departments'))}
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
            valueFormat="D MMM YYYY"
            value={due}
            error={fieldError(errorOf('due'))}
            onChange={setDue}
          />
        </div>
        {start.error && <ErrorPanel error={start.error} />}
        <div className={css.end}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            disabled={
              areas.length === 0 ||
              (each.length === areas.length && departments.length === 0) ||
              start.isPending
            }
          >
            {say('discovery-start')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
