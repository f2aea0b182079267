import type { Attack } from "../attack.ts";
import { programAttack } from "../program.ts";

export const attacks: readonly Attack[] = [
  programAttack({
    name: "TCP",
    source: String.raw`
for host in ["127.0.0.1", "::ffff:127.0.0.1", "0.0.0.0"]:
    attempt(host, lambda: socket.create_connection((host, facts["tcp"]), 2).close())
attempt("listening", lambda: socket.create_server(("127.0.0.1", 0)).close())
`,
  }),
  programAttack({
    name: "TCP from Node",
    runtime: "node",
    source: String.raw`
const connected = () => new Promise((resolve, reject) => {
  const socket = net.connect(facts.tcp, "127.0.0.1", () => resolve(socket.destroy()));
  socket.on("error", reject);
});
await attempt("connection", connected);
await attempt("fetch", () => fetch("http://127.0.0.1:" + facts.tcp, { signal: AbortSignal.timeout(300) }).catch((error) => { if (error.name !== "TimeoutError") throw error; }));
`,
  }),
  programAttack({
    name: "DNS and UDP",
    source: String.raw`
attempt("datagram", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", facts["udp"])))
attempt("localhost by name", lambda: len(socket.getaddrinfo("localhost", 80)) > 0 and len(read("/etc/hosts")) > 0)
attempt("resolver's settings", lambda: len(read("/etc/resolv.conf")) > 0)
`,
  }),
  programAttack({
    name: "AF_VSOCK and other families",
    source: String.raw`
families = {"vsock": 40, "packet": 17, "alg": 38, "bluetooth": 31, "can": 29, "tipc": 30, "xdp": 44, "inet6": 10, "key": 15, "rds": 21}
for name, family in families.items():
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET, socket.SOCK_RAW):
        attempt(name, lambda: socket.socket(family, kind).close())
attempt("/dev/vsock", lambda: os.close(os.open("/dev/vsock", os.O_RDONLY)))
`,
  }),
  programAttack({
    name: "netlink",
    source: String.raw`
for protocol in (0, 9, 15, 16):
    attempt(str(protocol), lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, protocol).close())
attempt("interfaces", lambda: any(line.split(":")[0].strip() not in ("lo", "") for line in read("/proc/net/dev").decode().splitlines()[2:]))
`,
  }),
  programAttack({
    name: "abstract sockets",
    source: String.raw`
attempt("connection", lambda: socket.socket(socket.AF_UNIX).connect("\0" + facts["abstract"]))
attempt("list", lambda: token in read("/proc/net/unix", 1 << 22))
`,
  }),
  programAttack({
    name: "sockets with a path",
    source: String.raw`
attempt("the process's", lambda: socket.socket(socket.AF_UNIX).connect(facts["socket"]))
for path in ["/run/docker.sock", "/var/run/docker.sock", "/run/dbus/system_bus_socket", "/run/systemd/private", "/run/containerd/containerd.sock"]:
    attempt(path, lambda: socket.socket(socket.AF_UNIX).connect(path))
`,
  }),
  programAttack({
    name: "sending descriptors through stdout",
    source: String.raw`
def sent():
    out = socket.socket(fileno=os.dup(1))
    socket.send_fds(out, [b"x"], [os.open(entry, os.O_RDONLY)])
    return False
attempt("nothing", sent)
import array
def received():
    out = socket.socket(fileno=os.dup(1))
    out.setblocking(False)
    _, fds, _, _ = socket.recv_fds(out, 16, 4)
    return len(fds) > 0
attempt("a descriptor of the harness", received)
`,
    noControl: "the harness never sends one; the row shows that it reads on when it is sent one",
  }),
];
