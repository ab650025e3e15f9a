import { Menu } from '@mantine/core';
import {
  type DocumentKind,
  type ReportKind,
  type TrailFilter,
  useShortJob,
  type WrittenFile,
} from '../../api';
import { platform } from '../../platform';
import { ErrorPanel, useToast } from '../feedback';
import { IconDownload } from '../icons';
import { Button, Dialog } from '../parts';
import { useWords } from '../words';

const FORMATS = ['pdf', 'xlsx'] as const;
/** `edit`: the register as Excel that can be edited offline and brought back. */
type Format = (typeof FORMATS)[number] | 'ics' | 'edit';

function formatsOf(kind: string): readonly Format[] {
  if (kind === 'roadmap') return [...FORMATS, 'ics'];
  return kind === 'register' ? [...FORMATS, 'edit'] : FORMATS;
}

/** Prints a kept version of a document as it was, as PDF or Excel. */
export function PrintVersion({ kind, version }: { kind: DocumentKind; version: number }) {
  const { say } = useWords();
  const toast = useToast();
  const write = useShortJob('report.export');
  const start = async (format: (typeof FORMATS)[number]) => {
    const file = await platform().dialog({
      kind: 'save',
      title: say(`report-export-${kind}`),
      suggested: `${say('report-name-version', { name: say(`report-name-${kind}`), version })}.${format}`,
      files: [{ name: say(`report-format-${format}`), endings: [format] }],
    });
    if (file === null) return;
    write.mutate(
      { kind, format, version, file: file.token },
      { onSuccess: (written) => toast({ text: say('report-written', { name: written.file.name }) }) },
    );
  };
  return (
    <span className="row nowrap">
      {FORMATS.map((format) => (
        <Button
          key={format}
          size="small"
          look="link"
          disabled={write.isPending}
          aria-label={say('report-print-version', { version, format: say(`report-format-${format}`) })}
          onClick={() => void start(format)}
        >
          {say(`report-format-${format}`)}
        </Button>
      ))}
      {write.error && <ErrorPanel error={write.error} />}
    </span>
  );
}

/** Writes a report as PDF or Excel to a place the person chooses; of the history, what the filter shows. */
export function ExportMenu(
  props:
    | {
        kind: ReportKind;
        system?: string | null;
        pack?: string;
        decision?: string | null;
        assessment?: string | null;
      }
    | { kind: 'history'; filter: TrailFilter },
) {
  const { kind } = props;
  const { say } = useWords();
  const toast = useToast();
  const write = useShortJob('report.export');
  const register = useShortJob('system.export');
  const history = useShortJob('trail.export');
  const start = async (format: Format) => {
    const ending = format === 'edit' ? 'xlsx' : format;
    const name = format === 'edit' ? say('report-name-register-edit') : say(`report-name-${kind}`);
    const file = await platform().dialog({
      kind: 'save',
      title: say(`report-export-${kind}`),
      suggested: `${name}.${ending}`,
      files: [{ name: say(`report-format-${ending}`), endings: [ending] }],
    });
    if (file === null) return;
    const onSuccess = (written: WrittenFile) =>
      toast({ text: say('report-written', { name: written.file.name }) });
    if (format === 'edit') register.mutate({ file: file.token }, { onSuccess });
    else if (props.kind === 'history')
      history.mutate({ filter: props.filter, format, file: file.token }, { onSuccess });
    else {
      const system = props.system ? { system: props.system } : {};
      const pack = props.pack ? { pack: props.pack } : {};
      const decision = props.decision ? { decision: props.decision } : {};
      const assessment = props.assessment ? { assessment: props.assessment } : {};
      write.mutate(
        { kind: props.kind, format, file: file.token, ...system, ...pack, ...decision, ...assessment },
        { onSuccess },
      );
    }
  };
  // What could not be done, or could not be shown as written, is said before anybody sends the file on.
  const warnings = [write, register, history].flatMap((job) => job.data?.warnings ?? []);
  const error = write.error ?? register.error ?? history.error;
  const reset = () => {
    write.reset();
    register.reset();
    history.reset();
  };
  return (
    <>
      <Menu width={kind === 'register' ? 280 : 160} position="bottom-end">
        <Menu.Target>
          <Button
            icon={<IconDownload size={15} aria-hidden="true" />}
            disabled={write.isPending || register.isPending || history.isPending}
          >
            {say('report-export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {formatsOf(kind).map((format) => (
            <Menu.Item key={format} onClick={() => void start(format)}>
              {kind === 'register' ? say(`report-register-${format}`) : say(`report-format-${format}`)}
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

/** Writes a list as Excel to a place the person chooses. */
export function ListExport({ list }: { list: 'evidence' | 'action' }) {
  const { say } = useWords();
  const toast = useToast();
  const evidence = useShortJob('evidence.export');
  const action = useShortJob('action.export');
  const write = list === 'evidence' ? evidence : action;
  const start = async () => {
    const file = await platform().dialog({
      kind: 'save',
      title: say(`list-export-${list}`),
      suggested: `${say(`list-name-${list}`)}.xlsx`,
      files: [{ name: say('report-format-xlsx'), endings: ['xlsx'] }],
    });
    if (file === null) return;
    write.mutate(
      { file: file.token },
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
        {say(`list-export-${list}`)}
      </Button>
      {write.error && (
        <Dialog title={say(`list-export-${list}`)} onClose={() => write.reset()}>
          <ErrorPanel error={write.error} />
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
