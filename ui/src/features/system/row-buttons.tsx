import { IconPencil, IconX } from '../../shared/icons';
import { IconButton } from '../../shared/parts';

/** Changes a row of a short list, where it can be changed, or takes it away. */
export function RowButtons({
  edit,
  onEdit,
  drop,
  onDrop,
}: {
  /** Names of the buttons, with what they are about. */
  edit?: string;
  onEdit?: () => void;
  drop: string;
  onDrop: () => void;
}) {
  return (
    <span className="row">
      {edit !== undefined && (
        <IconButton size="small" label={edit} onClick={onEdit}>
          <IconPencil size={14} aria-hidden="true" />
        </IconButton>
      )}
      <IconButton size="small" label={drop} onClick={onDrop}>
        <IconX size={14} aria-hidden="true" />
      </IconButton>
    </span>
  );
}
