import { raw } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { type FormState, typedOne } from '#kit/form.ts'
import { surroundings } from '#ui/jsx-runtime.ts'
import { Kept } from '#ui/kept.tsx'
import { useWords } from '#ui/tongue.ts'

/** Labels of the fields in which something is wrong, gathered while the form is drawn. */
const Faulty = surroundings<Map<string, string>>(new Map())

type FormProps = PropsWithChildren<{
  action: string
  form?: FormState
  errorTitle?: string
  /** Set where files are sent. */
  files?: boolean
  /** A form that only looks something up is a GET. */
  method?: 'post' | 'get'
  class?: string
  id?: string
  /** Kept in the browser under this name until it is sent, so that a closed tab loses nothing. */
  keep?: string
  /** Of a kept form with rows that come and go: the button that only draws it again, as `name=value`. */
  redraw?: string
}>

/** A form with its errors on top: label above, hint, error beside the field, and what was typed is never lost. */
export const Form = ({ action, form, errorTitle, files, method = 'post', class: looks, id, keep, redraw, children }: FormProps) => {
  const labels = new Map<string, string>()
  // the fields are drawn before the list above them, which names each
  const fields = form && hasErrors(form) ? raw(String(<Faulty.Provider value={labels}>{children}</Faulty.Provider>)) : children
  const drawn = (
    <form id={id} class={looks ?? 'form'} method={method} action={action} enctype={files ? 'multipart/form-data' : undefined} novalidate>
      {form && <ErrorSummary form={form} labels={labels} {...(errorTitle ? { title: errorTitle } : {})} />}
      {fields}
    </form>
  )
  return keep ? <Kept {...{ keep, redraw }}>{drawn}</Kept> : drawn
}

const errorsIn = ({ errors }: FormState) => Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]))
const hasErrors = (form: FormState) => errorsIn(form).length > 0
const named = (sentence: string, label: string | undefined) =>
  label === undefined || sentence.startsWith(label) ? sentence : `${label}${/[?!.:]$/.test(label) ? '' : ':'} ${sentence}`

type SummaryProps = { form: FormState; title?: string; labels?: ReadonlyMap<string, string> }
export const ErrorSummary = ({ form, title, labels }: SummaryProps) => {
  const t = useWords()
  const errors = errorsIn(form)
  if (errors.length === 0) return null
  return (
    <div class="errors" role="alert">
      <h2>{title ?? t.formErrors}</h2>
      <ul>
        {errors.map(([name, sentence]) => (
          <li>{name === '' ? sentence : <a href={`#${name}`}>{named(sentence, labels?.get(name))}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

export type FieldProps = {
  name: string
  label: string
  hint?: Child
  form: FormState
  required?: boolean | undefined
  autocomplete?: string
  maxlength?: number | undefined
  /** Where two forms of one page have a field of the same name. */
  id?: string
  /** Not required, and clear without saying so: a row of a long table. */
  unmarked?: boolean
  /** Only where a page is nothing but this form, filled again and again, or where a form drawn again goes on. */
  autofocus?: boolean
}

/** Shared by all fields: the parts around the control and what the control must say about itself. */
export const around = ({ name, label, hint, form, id = name }: FieldProps) => {
  const error = form.errors[name]
  if (error && label) Faulty.current().set(name, label)
  const said = [hint && `${id}-podpowiedz`, error && `${id}-blad`].filter(Boolean).join(' ')
  return { id, error, attributes: { id, name, 'aria-describedby': said || undefined, 'aria-invalid': error ? ('true' as const) : undefined } }
}

export const Label = ({
  id,
  label,
  required,
  unmarked,
}: {
  id: string
  label: string
  required?: boolean | undefined
  unmarked?: boolean | undefined
}) => {
  const t = useWords()
  return (
    <label for={id}>
      {label} {!required && !unmarked && <span class="opt">({t.optional})</span>}
    </label>
  )
}

export const Hint = ({ id, hint }: { id: string; hint?: Child }) =>
  hint ? (
    <p class="hint" id={`${id}-podpowiedz`}>
      {hint}
    </p>
  ) : null

export const Wrong = ({ id, error }: { id: string; error?: string | undefined }) => {
  const t = useWords()
  if (!error) return null
  return (
    <p class="error" id={`${id}-blad`}>
      <span class="visually-hidden">{t.error} </span>
      {error}
    </p>
  )
}

type InputMode = 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search'
type InputProps = FieldProps & { type?: string; inputmode?: InputMode; value?: string; short?: boolean }

export const Field = (props: InputProps) => {
  const { name, label, hint, form, required, autocomplete, maxlength, type = 'text', inputmode, value, short } = props
  const { id, error, attributes } = around(props)
  return (
    <div class={error ? 'field bad' : 'field'}>
      <Label id={id} label={label} required={required} unmarked={props.unmarked} />
      <Hint id={id} hint={hint} />
      <Wrong id={id} error={error} />
      <input
        {...attributes}
        type={type}
        class={short ? 'short' : undefined}
        value={type === 'password' ? undefined : typedOne(form, name) || (value ?? '')}
        required={required}
        autocomplete={autocomplete}
        inputmode={inputmode}
        maxlength={maxlength}
        autofocus={props.autofocus}
      />
    </div>
  )
}

/** Without `maxlength`: a browser would cut what is pasted and say nothing. `max` is counted while one types; what is too long comes back whole. */
export const TextArea = (props: Omit<FieldProps, 'maxlength'> & { rows?: number; value?: string; max?: number }) => {
  const { name, label, hint, form, required, rows = 5, value, max } = props
  const t = useWords()
  const { id, error, attributes } = around(props)
  return (
    <div class={error ? 'field bad' : 'field'}>
      <Label id={id} label={label} required={required} unmarked={props.unmarked} />
      <Hint id={id} hint={hint} />
      <Wrong id={id} error={error} />
      <textarea {...attributes} rows={rows} required={required} autofocus={props.autofocus}>
        {`\n${typedOne(form, name) || (value ?? '')}`}
      </textarea>
      {max !== undefined && <letters-left max={max} data-left={t.lettersLeft} data-over={t.lettersOver} />}
    </div>
  )
}

export type Option = { readonly value: string; readonly label: string; readonly hint?: string | undefined }

export const Select = (props: FieldProps & { options: readonly Option[]; value?: string; empty?: string }) => {
  const { name, label, hint, form, required, options, value, empty } = props
  const { id, error, attributes } = around(props)
  const chosen = typedOne(form, name) || value
  return (
    <div class={error ? 'field bad' : 'field'}>
      <Label id={id} label={label} required={required} unmarked={props.unmarked} />
      <Hint id={id} hint={hint} />
      <Wrong id={id} error={error} />
      <select {...attributes} required={required} autofocus={props.autofocus}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(option => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

export const Radios = (props: FieldProps & { options: readonly Option[]; value?: string }) => {
  const { name, label, hint, form, required, options, value } = props
  const { id, error, attributes } = around(props)
  const chosen = typedOne(form, name) || value
  const t = useWords()
  return (
    <fieldset class={error ? 'bad' : undefined} aria-describedby={attributes['aria-describedby']}>
      <legend>
        {label} {!required && <span class="opt">({t.optional})</span>}
      </legend>
      <Hint id={id} hint={hint} />
      <Wrong id={id} error={error} />
      <div class="choices">
        {options.map((option, index) => (
          <Choice
            id={index === 0 ? id : `${id}-${option.value}`}
            type="radio"
            name={name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            checked={option.value === chosen}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Several of several; the field is posted as `name[]` and read as a list. */
export const Checkboxes = (props: FieldProps & { options: readonly Option[]; value?: readonly string[] }) => {
  const { name, label, hint, form, options, value = [] } = props
  const { id, error, attributes } = around(props)
  const typed = form.typed[name]
  const chosen = typed === undefined ? value : typeof typed === 'string' ? [typed] : typed
  return (
    <fieldset class={error ? 'bad' : undefined} aria-describedby={attributes['aria-describedby']}>
      <legend>{label}</legend>
      <Hint id={id} hint={hint} />
      <Wrong id={id} error={error} />
      <div class="choices">
        {options.map((option, index) => (
          <Choice
            id={index === 0 ? id : `${id}-${option.value}`}
            type="checkbox"
            name={`${name}[]`}
            value={option.value}
            label={option.label}
            hint={option.hint}
            checked={chosen.includes(option.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}

type ChoiceProps = { id: string; type: 'radio' | 'checkbox'; name: string; value: string; label: Child; hint?: Child; checked: boolean }
const Choice = ({ id, type, name, value, label, hint, checked }: ChoiceProps) => (
  <div class="choice">
    <input id={id} type={type} name={name} value={value} checked={checked} aria-describedby={hint ? `${id}-wybor-podpowiedz` : undefined} />
    <label for={id}>{label}</label>
    <Hint id={`${id}-wybor`} hint={hint} />
  </div>
)

/** One yes. The label may be a whole statement. */
export const Checkbox = (props: Omit<FieldProps, 'label'> & { label: Child; value?: string; checked?: boolean }) => {
  const { name, label, hint, form, required, value = 'tak', checked = false } = props
  const { id, error, attributes } = around({ ...props, label: '' })
  const touched = Object.keys(form.typed).length > 0
  return (
    <div class={error ? 'choice bad' : 'choice'}>
      <input {...attributes} type="checkbox" value={value} checked={touched ? typedOne(form, name) !== '' : checked} required={required} />
      <label for={id}>{label}</label>
      <Hint id={id} hint={hint} />
      <Wrong id={id} error={error} />
    </div>
  )
}

export const Hidden = ({ name, value }: { name: string; value: string | number }) => <input type="hidden" name={name} value={String(value)} />

export const Button = ({
  children,
  quiet,
  small,
  name,
  value,
  action,
}: PropsWithChildren<{ quiet?: boolean; small?: boolean; name?: string; value?: string /** Sends the same form elsewhere. */; action?: string }>) => (
  <button class={['btn', quiet && 'quiet', small && 'small'].filter(Boolean).join(' ')} type="submit" name={name} value={value} formaction={action}>
    {children}
  </button>
)

type ActProps = { action: string; label: Child; quiet?: boolean; small?: boolean; fields?: Readonly<Record<string, string | number | undefined>> }

/** One act, one button: a form with nothing to fill in. */
export const ActButton = ({ action, label, quiet, small, fields = {} }: ActProps) => (
  <form method="post" action={action}>
    {Object.entries(fields).map(([name, value]) => (value === undefined ? null : <Hidden name={name} value={value} />))}
    <Button {...(quiet ? { quiet } : {})} {...(small ? { small } : {})}>
      {label}
    </Button>
  </form>
)
