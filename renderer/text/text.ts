import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../db/domain/ruleText.ts'
import { alertText } from './alert.ts'
import { annualPlanText } from './annualPlan.ts'
import { attachmentText } from './attachment.ts'
import { batchText } from './batch.ts'
import { calendarText } from './calendar.ts'
import { cashText } from './cash.ts'
import { changeText } from './change.ts'
import { checkText } from './check.ts'
import { correctionText } from './correction.ts'
import { earnedText } from './earned.ts'
import { exportText } from './export.ts'
import { fundText } from './fund.ts'
import { holdingText } from './holding.ts'
import { importText } from './import.ts'
import { ledgerText } from './ledger.ts'
import { legendText } from './legend.ts'
import { milestoneText } from './milestone.ts'
import { moneyText } from './money.ts'
import { overviewText } from './overview.ts'
import { paymentText } from './payment.ts'
import { progressText } from './progress.ts'
import { projectText } from './project.ts'
import { reportText } from './report.ts'
import { ruleWords } from './rule.ts'
import { scheduleText } from './schedule.ts'
import { scheduleFileText } from './scheduleFile.ts'
import { settingText } from './setting.ts'
import { shellText } from './shell.ts'
import { startText as startScreenText } from './start.ts'
import { taskText } from './task.ts'
import { termsText } from './terms.ts'

/** Sets up i18next; every text is in the bundle, so nothing is loaded later. */
export async function startText(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    defaultNS: 'terms',
    resources: { 'zh-CN': chinese, en: english },
    interpolation: { escapeValue: false },
  })
}

export async function speak(language: Language): Promise<void> {
  document.documentElement.lang = language
  if (i18next.language !== language) await i18next.changeLanguage(language)
}

const chinese = {
  batch: batchText['zh-CN'],
  alert: alertText['zh-CN'],
  annualPlan: annualPlanText['zh-CN'],
  cash: cashText['zh-CN'],
  attachment: attachmentText['zh-CN'],
  calendar: calendarText['zh-CN'],
  change: changeText['zh-CN'],
  check: checkText['zh-CN'],
  correction: correctionText['zh-CN'],
  earned: earnedText['zh-CN'],
  export: exportText['zh-CN'],
  fund: fundText['zh-CN'],
  import: importText['zh-CN'],
  holding: holdingText['zh-CN'],
  ledger: ledgerText['zh-CN'],
  legend: legendText['zh-CN'],
  milestone: milestoneText['zh-CN'],
  money: moneyText['zh-CN'],
  overview: overviewText['zh-CN'],
  payment: paymentText['zh-CN'],
  progress: progressText['zh-CN'],
  report: reportText['zh-CN'],
  project: projectText['zh-CN'],
  rule: ruleWords['zh-CN'],
  schedule: scheduleText['zh-CN'],
  scheduleFile: scheduleFileText['zh-CN'],
  setting: settingText['zh-CN'],
  shell: shellText['zh-CN'],
  start: startScreenText['zh-CN'],
  task: taskText['zh-CN'],
  terms: termsText['zh-CN'],
}
type Texts = typeof chinese

const english: Texts = {
  batch: batchText.en,
  alert: alertText.en,
  annualPlan: annualPlanText.en,
  cash: cashText.en,
  attachment: attachmentText.en,
  calendar: calendarText.en,
  change: changeText.en,
  check: checkText.en,
  correction: correctionText.en,
  earned: earnedText.en,
  export: exportText.en,
  fund: fundText.en,
  import: importText.en,
  holding: holdingText.en,
  ledger: ledgerText.en,
  legend: legendText.en,
  milestone: milestoneText.en,
  money: moneyText.en,
  overview: overviewText.en,
  payment: paymentText.en,
  progress: progressText.en,
  report: reportText.en,
  project: projectText.en,
  rule: ruleWords.en,
  schedule: scheduleText.en,
  scheduleFile: scheduleFileText.en,
  setting: settingText.en,
  shell: shellText.en,
  start: startScreenText.en,
  task: taskText.en,
  terms: termsText.en,
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'terms'
    returnNull: false
    resources: Texts
  }
}
