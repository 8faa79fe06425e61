//! Who is still being served: connections that are open, and requests that are carried out. Once there
//! is nobody, whatever a client sent that has gone has arrived and is done.
//!
//! Must *not* know what a request means.

use std::io::{self, IoSlice};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Weak};
use std::task::{Context, Poll};

use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// Counts the connections and requests that are being served.
#[derive(Clone, Debug, Default)]
pub(super) struct Guests(Arc<()>);

/// One connection or request: it counts as served until this is dropped.
pub(super) struct Served {
    _one: Weak<()>,
}

impl Guests {
    /// Count one more.
    pub(super) fn one(&self) -> Served {
        Served { _one: Arc::downgrade(&self.0) }
    }

    /// Nobody is served.
    pub(super) fn are_none(&self) -> bool {
        Arc::weak_count(&self.0) == 0
    }
}

/// A listener that lets guests in.
pub(super) struct Door {
    pub(super) listener: TcpListener,
    pub(super) guests: Guests,
}

impl Listener for Door {
    type Io = Guest;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Guest, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.listener).await;
        // Without it small answers may wait 40 ms; if it cannot be set they do.
        let _ = stream.set_nodelay(true);
        (Guest { stream, _served: self.guests.one() }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// A connection.
pub(super) struct Guest {
    stream: TcpStream,
    _served: Served,
}

impl AsyncRead for Guest {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Guest {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
