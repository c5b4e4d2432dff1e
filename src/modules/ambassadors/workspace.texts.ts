export const workspaceTexts = {
  title: 'Praca ambasadora',
  lead: 'Twój obszar, zadania i wszystko, czego potrzebujesz na spotkanie.',
  none: 'Nie masz kadencji ambasadora',
  noneHint: 'Ta strona jest dla osób, które przeszły nabór. Kto działa w okolicy, widać na liście ambasadorów.',
  toList: 'Zobacz ambasadorów',
  state: 'Kadencja',
  area: 'Obszar',
  forms: 'Formy rozmowy',
  authorisation: 'Upoważnienie',
  reason: 'Powód',
}
