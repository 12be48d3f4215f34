/** A file that was handed to the person. */
export interface Download {
  readonly name: string;
  readonly blob: Blob;
}

/** Takes what would go to the person's folder of downloads, between `start` and `stop`. */
export function catchDownloads(): {
  readonly files: Download[];
  start(): void;
  stop(): void;
} {
  const files: Download[] = [];
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  return {
    files,
    start() {
      files.length = 0;
      URL.createObjectURL = (blob: Blob) => {
        const url = createObjectURL.call(URL, blob);
        blobs.set(url, blob);
        return url;
      };
      HTMLAnchorElement.prototype.click = function () {
        const blob = blobs.get(this.href);
        if (blob && this.download) files.push({ name: this.download, blob });
        else click.call(this);
      };
    },
    stop() {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    },
  };
}
