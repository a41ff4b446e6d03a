/** What the editor's surfaces say themselves, in English; `{name}` is a slot. Rules and verdicts speak through the engine's tables. */
export const EN = {
  'lens.preview': 'Preview',
  'action.suppress': 'Ignore {code} on this line',
  'action.walk': 'Walk through the failing inputs',
  'action.rule': 'Explain {code}',
  'action.fix-kind': 'Fix all problems of {code} in this file',
  'action.fix-all': 'Fix all Losswright problems',
  'status.name': 'Losswright',
  'status.busy': 'Reading losses',
  'status.failed': 'The analysis stopped unexpectedly; the log says why',
  'status.log': 'Show Log',
  'message.no-loss': 'There is no loss here that Losswright can read.',
  'message.no-report': 'Losswright does not read this file.',
  'message.no-reproducer': 'Nothing in {loss} fails, so there is nothing to reproduce.',
  'message.copied': 'Copied: {what}',
  'message.no-page': 'There is no page for the rule {code}.',
  'pick.loss': 'Which loss?',
  'pick.rule': 'Which rule?',
  'pick.notation': 'In which notation?',
  'workspace.title': 'Losswright: reading the losses of the workspace',
  'pick.compare': 'Which losses to draw on the same axes?',
  'pick.insert': 'Which loss to insert?',
  'catalogue.expects': 'Expects',
  'catalogue.use': 'Use it for',
  'catalogue.watch': 'Watch',
  'catalogue.prediction': 'the prediction',
  'message.nothing-read': 'No losses have been read yet: open a file, or run Analyse Workspace.',
  'message.exported': 'Findings written to {file}',
  'panel.title': 'Loss: {loss}',
} as const;

/** Identifier of a sentence. */
export type StringId = keyof typeof EN;
