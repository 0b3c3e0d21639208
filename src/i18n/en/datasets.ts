/** What is dropped on the page or pasted. */
export const datasets = {
  drop: 'Drop the file to open it here. It stays on this device.',
  pasted: 'Pasted text',
};
