export default function NothingToPreview() {
  return (
    <main id="content">
      <h1>There is no such story</h1>
      <p>
        <a href="/newsroom">To the newslist</a>
      </p>
    </main>
  )
}
