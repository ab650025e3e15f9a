import { IconAlertTriangleFilled } from '../../shared/icons';
import { Notice } from '../../shared/parts';

/** Something to know before going on, or to put right when there is time. */
export function Warning({ title, children }: { title: string; children: string }) {
  return (
    <Notice
      tone="amber"
      icon={
        <IconAlertTriangleFilled
          size={16}
          style={{ color: 'var(--amber)', marginTop: 2 }}
          aria-hidden="true"
        />
      }
      title={title}
    >
      <p>{children}</p>
    </Notice>
  );
}
