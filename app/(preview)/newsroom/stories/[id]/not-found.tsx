export default function NothingToPreview() {
  return (
    <main id="content" className="preview-nothing">
      <h1>There is no such story</h1>
      <p>It may never have been here, or the address was cut short on its way to you.</p>
      <p>
        <a href="/newsroom">To the newslist</a>
      </p>
    </main>
  )
}
