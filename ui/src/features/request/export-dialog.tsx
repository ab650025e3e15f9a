import { Select } from '@mantine/core';
import { useState } from 'react';
import { type ReportFormat, type RequestItem, useShortJob } from '../../api';
import { platform } from '../../platform';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { IconDownload } from '../../shared/icons';
import { Button, Dialog } from '../../shared/parts';
import { useWords } from '../../shared/words';

/** Whom a list can go to: people and departments that something is asked of. */
function useWhom(items: readonly RequestItem[]) {
  const { say } = useWords();
  const people = new Map(items.flatMap(({ owner }) => (owner ? [[owner.id, owner.name] as const] : [])));
  const departments = new Set(items.flatMap(({ department }) => (department ? [department] : [])));
  const sorted = (list: { value: string; label: string }[]) =>
    list.sort((a, b) => a.label.localeCompare(b.label));
  return [
    { group: say('request-all'), items: [{ value: '', label: say('request-everybody') }] },
    {
      group: say('request-people'),
      items: sorted([...people].map(([id, label]) => ({ value: `owner ${id}`, label }))),
    },
    {
      group: say('request-departments'),
      items: sorted([...departments].map((name) => ({ value: `department ${name}`, label: name }))),
    },
  ].filter((group) => group.items.length > 0);
}

/** Writes the list for everybody, for one person or for one department. */
export function ExportDialog({ items, onClose }: { items: readonly RequestItem[]; onClose: () => void }) {
  const { say } = useWords();
  const toast = useToast();
  const write = useShortJob('report.export');
  const whom = useWhom(items);
  const [chosen, setChosen] = useState('');
  const start = async (format: ReportFormat) => {
    const [kind, ...rest] = chosen.split(' ');
    const to = rest.join(' ');
    const name = whom.flatMap((group) => group.items).find((one) => one.value === chosen)?.label ?? '';
    const file = await platform().dialog({
      kind: 'save',
      title: say('report-export-requests'),
      suggested: `${say('report-name-requests')}${chosen === '' ? '' : ` ${name}`}.${format}`,
      files: [{ name: say(`report-format-${format}`), endings: [format] }],
    });
    if (file === null) return;
    const only = kind === 'owner' ? { owner: to } : kind === 'department' ? { department: to } : {};
    write.mutate(
      { kind: 'requests', format, file: file.token, ...only },
      {
        onSuccess: (written) => {
          toast({ text: say('report-written', { name: written.file.name }) });
          if (written.warnings.length === 0) onClose();
        },
      },
    );
  };
  return (
    <Dialog title={say('report-export-requests')} onClose={onClose}>
      <div className="stack">
        <Select
          label={say('request-export-for')}
          data={whom}
          value={chosen}
          allowDeselect={false}
          onChange={(value) => setChosen(value ?? '')}
        />
        {write.error && <ErrorPanel error={write.error} />}
        <ul>
          {(write.data?.warnings ?? []).map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          {(['pdf', 'xlsx'] as const).map((format) => (
            <Button
              key={format}
              look={format === 'pdf' ? 'primary' : undefined}
              icon={<IconDownload size={15} aria-hidden="true" />}
              disabled={write.isPending}
              onClick={() => void start(format)}
            >
              {say(`report-format-${format}`)}
            </Button>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
