import { testEveryPage } from './pages.ts'

testEveryPage('en')
