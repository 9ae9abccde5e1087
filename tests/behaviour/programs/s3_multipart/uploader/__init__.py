from uploader.session import MultipartSession, UploadFailed

__all__ = ['MultipartSession', 'UploadFailed']
