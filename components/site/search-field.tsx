type Props = {
  /** what was asked, where the page is an answer */
  q?: string
  /** what the form is called */
  label: string
  id: string
  longest?: number
  describedBy?: string
}

/** A form that asks for `/search?q=`: it works wherever HTML does. */
export const SearchField = ({ q = "", label, id, longest, describedBy }: Props) => (
  <search className="search-field" aria-label={label}>
    <form action="/search">
      <label htmlFor={id}>{label}</label>
      <div className="search-row">
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={longest}
          aria-describedby={describedBy}
          autoComplete="off"
          enterKeyHint="search"
        />
        <button type="submit">Search</button>
      </div>
    </form>
  </search>
)
