// A second mail server for the tests, by other people than the first and in another language: what only suits one is found here.
//   node independent.mjs CERTIFICATE starttls|implicit
// Prints its port, then each mail that it takes, a line of JSON each. It ends when its standard input does.
import { readFileSync } from 'node:fs'
import { SMTPServer } from 'smtp-server'

const [certificate, tls] = process.argv.slice(2)
const pem = readFileSync(certificate)
const say = (thing) => process.stdout.write(`${JSON.stringify(thing)}\n`)

const server = new SMTPServer({
  name: 'independent.example',
  secure: tls === 'implicit',
  key: pem,
  cert: pem,
  size: 1_000_000,
  authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
  logger: false,
  onAuth(auth, session, done) {
    const isRight = auth.username === 'portal@agency.example' && (auth.password ?? auth.accessToken) === 'tūī'
    done(null, isRight ? { user: auth.username } : { data: { status: '401', schemes: 'bearer' } })
  },
  onRcptTo(address, session, done) {
    const isUnknown = address.address.startsWith('nobody@')
    done(isUnknown ? Object.assign(new Error('No such user here'), { responseCode: 550 }) : null)
  },
  onData(stream, session, done) {
    const parts = []
    stream.on('data', (part) => parts.push(part))
    stream.on('end', () => {
      say({
        user: session.user,
        isEncrypted: session.secure,
        from: session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map((to) => to.address),
        isUtf8: session.envelope.smtpUtf8 === true,
        connection: session.id,
        content: Buffer.concat(parts).toString('base64'),
      })
      done(stream.sizeExceeded ? Object.assign(new Error('Too large'), { responseCode: 552 }) : null)
    })
  },
})

server.on('error', () => {})
server.listen(0, '127.0.0.1', () => say({ port: server.server.address().port }))
process.stdin.on('end', () => process.exit(0)).resume()
