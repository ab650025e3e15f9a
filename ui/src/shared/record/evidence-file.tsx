import { type EvidenceView, type Place, useShortJob } from '../../api';
import { platform } from '../../platform';
import { useToast } from '../feedback';
import { IconDownload, IconEye } from '../icons';
import { IconButton } from '../parts';
import { useWords } from '../words';

/** Opens the file of a piece of evidence, or saves it where the person wants. */
export function useEvidenceFile() {
  const { say } = useWords();
  const toast = useToast();
  const open = useShortJob('evidence.open');
  const save = useShortJob('evidence.save');
  return {
    error: open.error ?? save.error,
    busy: open.isPending || save.isPending,
    open: (item: EvidenceView) =>
      open.mutate({ id: item.id }, { onSuccess: () => toast({ text: say('evidence-opened') }) }),
    save: async (item: EvidenceView) => {
      const request = {
        kind: 'save' as const,
        title: say('evidence-save'),
        files: [],
        suggested: item.fileName ?? '',
      };
      const file = await platform().dialog(request);
      if (file === null) return;
      save.mutate(
        { id: item.id, file: file.token },
        { onSuccess: (written) => toast({ text: say('report-written', { name: written.file.name }) }) },
      );
    },
  };
}

/** Open and save beside a piece of evidence; a file that could run something is only saved. */
export function FileButtons({
  item,
  file,
}: {
  item: EvidenceView;
  file: ReturnType<typeof useEvidenceFile>;
}) {
  const { say } = useWords();
  if (item.fileName === null) return null;
  return (
    <>
      {item.openable && (
        <IconButton
          size="small"
          label={say('evidence-open-named', { name: item.title })}
          disabled={file.busy}
          onClick={() => file.open(item)}
        >
          <IconEye size={15} aria-hidden="true" />
        </IconButton>
      )}
      <IconButton
        size="small"
        label={say('evidence-save-named', { name: item.title })}
        disabled={file.busy}
        onClick={() => void file.save(item)}
      >
        <IconDownload size={15} aria-hidden="true" />
      </IconButton>
    </>
  );
}

/** Attaches files, for a record or for the library only; the same bytes are used again and never kept twice. */
export function useAttachFile(record: string | null, point?: string) {
  const { say } = useWords();
  const toast = useToast();
  const attach = useShortJob('evidence.attach');
  const take = (file: Place) =>
    attach.mutate(
      {
        record,
        file: file.token,
        reference: null,
        title: null,
        effectiveOn: null,
        validUntil: null,
        note: null,
        ...(point === undefined ? {} : { point }),
      },
      {
        onSuccess: ({ code, known }) =>
          toast({
            text: say(known ? 'evidence-attached-known' : 'evidence-attached', { name: file.name, code }),
          }),
      },
    );
  const choose = () =>
    void platform()
      .dialog({ kind: 'open', title: say('evidence-attach'), files: [] })
      .then((file) => file && take(file));
  return { take, choose, error: attach.error, busy: attach.isPending };
}
