import type { StringId } from './en';

/** What the editor's surfaces say themselves, in Simplified Chinese. */
export const ZH_CN: Readonly<Record<StringId, string>> = {
  'lens.preview': '预览',
  'action.suppress': '在此行忽略 {code}',
  'action.walk': '逐步运行失败的输入',
  'action.rule': '解释 {code}',
  'action.fix-all': '修复所有 Losswright 问题',
  'status.name': 'Losswright',
  'status.busy': '正在读取损失函数',
  'status.failed': '分析意外中止，原因见日志',
  'status.log': '显示日志',
  'message.no-loss': '此处没有 Losswright 能读取的损失函数。',
  'message.no-report': 'Losswright 不读取此文件。',
  'message.no-reproducer': '{loss} 中没有失败之处，无需复现。',
  'message.copied': '已复制：{what}',
  'message.no-page': '没有规则 {code} 的说明页。',
  'pick.loss': '哪个损失函数？',
  'pick.rule': '哪条规则？',
  'pick.notation': '用哪种记法？',
  'workspace.title': 'Losswright：正在读取工作区的损失函数',
  'pick.insert': '插入哪个损失函数？',
  'catalogue.expects': '输入要求',
  'catalogue.use': '适用于',
  'catalogue.watch': '注意',
  'catalogue.prediction': '预测',
  'panel.title': '损失：{loss}',
};
