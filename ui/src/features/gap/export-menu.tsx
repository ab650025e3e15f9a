import { Menu, Modal } from '@mantine/core';
import { useShortJob } from '../../api';
import { platform } from '../../platform';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { IconDownload } from '../../shared/icons';
import { Button } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './gap.module.css';

const FORMATS = ['pdf', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

/** Writes the gap analysis as PDF or Excel to a place the person chooses. */
export function ExportMenu() {
  const { say } = useWords();
  const toast = useToast();
  const write = useShortJob('report.export');
  const start = async (format: Format) => {
    const file = await platform().dialog({
      kind: 'save',
      title: say('gap-export'),
      suggested: say('gap-export-name'),
      files: [{ name: say(`gap-export-${format}`), endings: [format] }],
    });
    if (file === null) return;
    write.mutate(
      { kind: 'gap', format, file: file.token },
      { onSuccess: (written) => toast({ text: say('gap-exported', { name: written.file.name }) }) },
    );
  };
  // What could not be done, or could not be shown as written, is said before anybody sends the file on.
  const warnings = write.data?.warnings ?? [];
  return (
    <>
      <Menu width={160} position="bottom-end">
        <Menu.Target>
          <Button icon={<IconDownload size={15} aria-hidden="true" />} disabled={write.isPending}>
            {say('gap-export-do')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map((format) => (
            <Menu.Item key={format} onClick={() => void start(format)}>
              {say(`gap-export-${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={write.error !== null || warnings.length > 0}
        onClose={write.reset}
        title={say('gap-export')}
        size={480}
        closeButtonProps={{ 'aria-label': say('close') }}
      >
        {write.error && <ErrorPanel error={write.error} />}
        <ul className={css.reasons}>
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      </Modal>
    </>
  );
}
