import { Menu } from '@mantine/core';
import { type ReportKind, type TrailFilter, useShortJob, type WrittenFile } from '../../api';
import { platform } from '../../platform';
import { ErrorPanel, useToast } from '../feedback';
import { IconDownload } from '../icons';
import { Button, Dialog } from '../parts';
import { useWords } from '../words';

const FORMATS = ['pdf', 'xlsx'] as const;
type Format = (typeof FORMATS)[number] | 'ics';

/** Writes a report as PDF or Excel to a place the person chooses; of the history, what the filter shows. */
export function ExportMenu(
  props:
    | { kind: ReportKind; system?: string | null; pack?: string; assessment?: string | null }
    | { kind: 'history'; filter: TrailFilter },
) {
  const { kind } = props;
  const { say } = useWords();
  const toast = useToast();
  const write = useShortJob('report.export');
  // The register as Excel is the one that can be edited offline and brought back.
  const register = useShortJob('system.export');
  const history = useShortJob('trail.export');
  const start = async (format: Format) => {
    const file = await platform().dialog({
      kind: 'save',
      title: say(`report-export-${kind}`),
      suggested: `${say(`report-name-${kind}`)}.${format}`,
      files: [{ name: say(`report-format-${format}`), endings: [format] }],
    });
    if (file === null) return;
    const onSuccess = (written: WrittenFile) =>
      toast({ text: say('report-written', { name: written.file.name }) });
    if (props.kind === 'history')
      history.mutate({ filter: props.filter, format, file: file.token }, { onSuccess });
    else if (kind === 'register' && format === 'xlsx') register.mutate({ file: file.token }, { onSuccess });
    else {
      const system = props.system ? { system: props.system } : {};
      const pack = props.pack ? { pack: props.pack } : {};
      const assessment = props.assessment ? { assessment: props.assessment } : {};
      write.mutate(
        { kind: props.kind, format, file: file.token, ...system, ...pack, ...assessment },
        { onSuccess },
      );
    }
  };
  // What could not be done, or could not be shown as written, is said before anybody sends the file on.
  const warnings = write.data?.warnings ?? history.data?.warnings ?? [];
  const error = write.error ?? register.error ?? history.error;
  const reset = () => {
    write.reset();
    register.reset();
    history.reset();
  };
  return (
    <>
      <Menu width={160} position="bottom-end">
        <Menu.Target>
          <Button
            icon={<IconDownload size={15} aria-hidden="true" />}
            disabled={write.isPending || register.isPending || history.isPending}
          >
            {say('report-export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(kind === 'roadmap' ? [...FORMATS, 'ics' as const] : FORMATS).map((format) => (
            <Menu.Item key={format} onClick={() => void start(format)}>
              {say(`report-format-${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {(error !== null || warnings.length > 0) && (
        <Dialog title={say(`report-export-${kind}`)} onClose={reset}>
          {error && <ErrorPanel error={error} />}
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}

/** Writes a crosswalk as Excel, read from one framework to the other. */
export function CrosswalkExport({ from, to }: { from: string; to: string }) {
  const { say } = useWords();
  const toast = useToast();
  const write = useShortJob('crosswalk.export');
  const start = async () => {
    const file = await platform().dialog({
      kind: 'save',
      title: say('crosswalk-export'),
      suggested: `${say('crosswalk-file', { from, to })}.xlsx`,
      files: [{ name: say('report-format-xlsx'), endings: ['xlsx'] }],
    });
    if (file === null) return;
    write.mutate(
      { from, to, file: file.token },
      { onSuccess: (written) => toast({ text: say('report-written', { name: written.file.name }) }) },
    );
  };
  return (
    <>
      <Button
        icon={<IconDownload size={15} aria-hidden="true" />}
        disabled={write.isPending}
        onClick={() => void start()}
      >
        {say('crosswalk-export')}
      </Button>
      {write.error && (
        <Dialog title={say('crosswalk-export')} onClose={() => write.reset()}>
          <ErrorPanel error={write.error} />
        </Dialog>
      )}
    </>
  );
}
