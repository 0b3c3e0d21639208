import type { Attachment } from 'svelte/attachments';

type FileDropOptions = {
  /** A file is dragged over the element, or no longer. */
  readonly onHover: (isOver: boolean) => void;
  readonly onDrop: (files: readonly File[]) => void;
};

/** Takes files that are dropped on an element; the drop zone of the page leaves events that are taken. */
export const fileDrop =
  ({ onHover, onDrop }: FileDropOptions): Attachment<HTMLElement> =>
  (element) => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      onHover(true);
    };
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) onHover(false);
    };
    const drop = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      onHover(false);
      onDrop([...event.dataTransfer.files]);
    };
    element.addEventListener('dragenter', over);
    element.addEventListener('dragover', over);
    element.addEventListener('dragleave', leave);
    element.addEventListener('drop', drop);
    return () => {
      element.removeEventListener('dragenter', over);
      element.removeEventListener('dragover', over);
      element.removeEventListener('dragleave', leave);
      element.removeEventListener('drop', drop);
    };
  };
