import { dateAndTime } from '#kit/dates.ts'
import type { Verdict } from '#kit/verdict.ts'
import { hashInGroups, sectionNames } from '#modules/proposals/drafting/drafting.rules.ts'
import type { Part } from '#modules/proposals/drafting/history.rules.ts'
import { VersionPhotos } from '#modules/proposals/place/photos.parts.tsx'
import type { HeldPhoto, mayWithdrawPhoto } from '#modules/proposals/place/photos.rules.ts'
import { photosTextsEn } from '#modules/proposals/place/photos.texts.en.ts'
import { photosTexts } from '#modules/proposals/place/photos.texts.ts'
import { SpotShown } from '#modules/proposals/place/spots.parts.tsx'
import { spotsTextsEn } from '#modules/proposals/place/spots.texts.en.ts'
import { spotsTexts } from '#modules/proposals/place/spots.texts.ts'
import { CostTable, projectTitle } from '#modules/proposals/proposals.parts.tsx'
import type { Project, ProjectVersion } from '#modules/proposals/proposals.rules.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { agreementTextsEn } from '#modules/proposals/suggestions/agreement.texts.en.ts'
import { agreementTexts } from '#modules/proposals/suggestions/agreement.texts.ts'
import type { ProjectView } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Form, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Diff, Empty, LinkButton, Row, Rows, Tag, Why } from '#ui/parts.tsx'

const texts = { pl: agreementTexts, en: agreementTextsEn }
const photos = { pl: photosTexts, en: photosTextsEn }
const spots = { pl: spotsTexts, en: spotsTextsEn }
const common = { pl: proposalsTexts, en: proposalsTextsEn }
export type Names = ReadonlyMap<string, string>
/** `named` says of which versions this visitor may know who accepted them. */
type Accepting = { readonly frame: Frame; readonly names: Names; readonly named: (version: number) => boolean }
export type DiffPart = { readonly text: string; readonly kind: 'same' | 'added' | 'removed' }
/** What changed since another version, section by section and in the costs; sections without a change are absent. */
export type VersionChanges = {
  readonly from: number
  readonly sections: readonly { readonly name: Part | 'photos'; readonly parts: readonly DiffPart[] }[]
}

/** Names for those who may know who accepted; others read how many. */
const acceptedWords = ({ frame: { locale }, names, named }: Accepting, version: ProjectVersion): string => {
  const t = texts[locale].versions
  if (version.acceptances.length === 0) return t.nobody
  if (!named(version.number)) return t.acceptedCount(version.acceptances.length)
  return t.acceptedBy(
    version.acceptances
      .map(({ personId, how }) => (how === 'signature' ? t.signedMark(names.get(personId) ?? '') : (names.get(personId) ?? '')))
      .join(', '),
  )
}

type ListProps = Accepting & { readonly project: Project; readonly versions: readonly ProjectVersion[] }

export const VersionsPage = ({ frame, project, versions, names, named }: ListProps) => {
  const t = texts[frame.locale].versions
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={projectTitle(frame.locale, project)}>
      {versions.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneLead}</p>
        </Empty>
      ) : (
        <Rows plain>
          {versions.map(version => (
            <Row
              level="h2"
              title={t.version(version.number)}
              href={url(
                paths.projectVersion,
                { id: project.id, version: version.number },
                { od: version.number > 1 ? version.number - 1 : undefined },
              )}
              note={t.madeOn({ day: dateAndTime(version.createdAt, frame.locale), name: names.get(version.createdBy) ?? '' })}
            >
              <p>{acceptedWords({ frame, names, named }, version)}</p>
              {project.state === 'submitted' && version.number === project.version && (
                <p>
                  <Tag kind="good">{t.submitted}</Tag>
                </p>
              )}
            </Row>
          ))}
        </Rows>
      )}
      <BackLink frame={frame} project={project} />
    </Layout>
  )
}

const BackLink = ({ frame, project }: { frame: Frame; project: Project }) => (
  <p>
    <a href={url(paths.project, { id: project.id })}>{common[frame.locale].page.toProject}</a>
  </p>
)

type VersionProps = Accepting & {
  readonly view: ProjectView
  readonly version: ProjectVersion
  /** Numbers of the other versions, newest first. */
  readonly others: readonly number[]
  readonly changes?: VersionChanges | undefined
  readonly refusal?: Verdict<keyof typeof proposalsTexts.why>
  readonly photos: readonly HeldPhoto[]
  readonly withdrawing: ReturnType<typeof mayWithdrawPhoto>
}

export const VersionPage = ({ frame, view, version, names, named, others, changes, refusal, photos, withdrawing }: VersionProps) => {
  const { versions: t } = texts[frame.locale]
  const c = common[frame.locale]
  const { project } = view
  const address = { id: project.id, version: version.number }
  const newest = version.number === project.version
  return (
    <Layout
      frame={frame}
      title={t.version(version.number)}
      kicker={projectTitle(frame.locale, project)}
      lead={acceptedWords({ frame, names, named }, version)}
    >
      {refusal && !refusal.ok && <Why>{c.why[refusal.why]}</Why>}
      <p class="small muted">{t.madeOn({ day: dateAndTime(version.createdAt, frame.locale), name: names.get(version.createdBy) ?? '' })}</p>
      <Acts>
        {newest && view.may.accept.ok && <ActButton action={url(paths.projectAcceptance, address)} label={c.now.accept(version.number)} />}
        {newest && view.may.reopen.ok && (
          <LinkButton quiet href={url(paths.projectReopening, { id: project.id })}>
            {view.may.accept.ok ? c.now.reopen : c.now.reopenLead}
          </LinkButton>
        )}
        <LinkButton quiet href={url(paths.projectVersionPrint, address)}>
          {t.print}
        </LinkButton>
      </Acts>
      {changes && <Changes frame={frame} changes={changes} to={version.number} />}
      {others.length > 0 && (
        <Form action={url(paths.projectVersion, address)} method="get" class="toolbar">
          <Select
            name="od"
            label={t.with}
            required
            form={{ typed: changes ? { od: String(changes.from) } : {}, errors: {} }}
            options={others.map(n => ({ value: String(n), label: t.version(n) }))}
          />
          <Button quiet>{t.compare}</Button>
        </Form>
      )}
      <VersionText {...{ frame, version, photos, withdrawing, project }} />
      <section class="tight">
        <h2 class="small">{t.hash}</h2>
        <p class="small">{t.hashWhy}</p>
        <p class="a4">
          <span class="hash">{hashInGroups(version.hash)}</span>
        </p>
      </section>
      <BackLink frame={frame} project={project} />
    </Layout>
  )
}

const Changes = ({ frame, changes, to }: { frame: Frame; changes: VersionChanges; to: number }) => {
  const { versions: t } = texts[frame.locale]
  return (
    <section class="stack">
      <h2>{t.changes({ from: changes.from, to })}</h2>
      {changes.sections.length === 0 && <p>{t.noChanges}</p>}
      <ChangedParts frame={frame} changed={changes.sections} />
    </section>
  )
}

export function partName({ locale }: Frame, part: Part | 'photos'): string {
  if (part === 'costs') return texts[locale].versions.costs
  if (part === 'photos') return photos[locale].title
  return part === 'spot' ? spots[locale].title : common[locale].sections[part].name
}

/** Each part that changed, word by word. */
export const ChangedParts = ({ frame, changed }: { frame: Frame; changed: VersionChanges['sections'] }) => (
  <>
    {changed.map(({ name, parts }) => (
      <div class="tight">
        <h3>{partName(frame, name)}</h3>
        <Diff parts={parts} />
      </div>
    ))}
  </>
)

/** A version in full: all its parts and its cost table. */
type TextProps = Pick<VersionProps, 'frame' | 'version' | 'photos' | 'withdrawing'> & { readonly project: Project }
const VersionText = ({ frame, version, photos, withdrawing, project }: TextProps) => {
  const c = common[frame.locale]
  return (
    <>
      {sectionNames.map(name => (
        <section class="tight">
          <h2>{c.sections[name].name}</h2>
          <div class="prose">
            <p>{version.snapshot.sections[name]}</p>
          </div>
        </section>
      ))}
      {version.snapshot.spot && (
        <section class="tight">
          <h2>{partName(frame, 'spot')}</h2>
          <SpotShown frame={frame} title={version.snapshot.sections.title} spot={version.snapshot.spot} />
        </section>
      )}
      {photos.length > 0 && (
        <section class="tight">
          <h2>{partName(frame, 'photos')}</h2>
          <VersionPhotos {...{ frame, photos }} projectId={project.id} mayWithdraw={withdrawing.ok} />
        </section>
      )}
      <section class="stack">
        <h2>{c.page.costs}</h2>
        <CostTable frame={frame} costs={version.snapshot.costs} />
      </section>
    </>
  )
}
